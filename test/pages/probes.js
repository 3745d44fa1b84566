/** What tests ask of a page, in the page itself: they call it through `page.evaluate`. */
(() => {
  const name = (element) => {
    const { tagName, id, className } = element;
    const words = (element.textContent ?? '').trim().slice(0, 40);
    return `${tagName.toLowerCase()}${id ? `#${id}` : ''}${typeof className === 'string' && className ? `.${className}` : ''} “${words}”`;
  };

  /** What stands further to the right than the window is wide, and cannot be scrolled within something of its own. */
  function tooWide() {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    );
    return [`${root.scrollWidth} px`, ...wide.slice(0, 5).map(name)];
  }

  const focusable = () =>
    [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(
      (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }),
    );

  /** Says how an element looks, as far as focus may change it. */
  const look = (element) => {
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } = getComputedStyle(element);
    const outline = outlineStyle === 'none' ? '0px' : outlineWidth;
    return [outline, boxShadow, backgroundColor, borderColor].join();
  };

  /** Looked at after a key was pressed: only then a focus is one of those that have to be seen. */
  function focusUnseen() {
    const unseen = [];
    for (const element of focusable()) {
      element.blur();
      const before = look(element);
      element.focus({ preventScroll: true });
      if (document.activeElement !== element) unseen.push(`not reached: ${name(element)}`);
      // An editor shows the focus of its hidden field on its own frame.
      else if (look(element) === before && element.closest('.CodeMirror-focused') === null) unseen.push(name(element));
    }
    document.activeElement?.blur();
    return unseen;
  }

  /** Script and style that stand in a page as it was sent, which its policy forbids; blocks of data run nothing. */
  function inline(text) {
    const sent = new DOMParser().parseFromString(text, 'text/html');
    const scripts = [...sent.scripts].filter(
      ({ src, type }) => src === '' && (type === '' || type === 'module' || type.includes('javascript')),
    );
    const attributes = [...sent.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((one) => one === 'style' || one.startsWith('on')),
    );
    return [...scripts.map(name), ...[...sent.querySelectorAll('style')].map(name), ...attributes];
  }

  /** Rules that axe finds broken, each with the first element that breaks it. */
  async function broken() {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id} × ${nodes.length}: ${nodes[0]?.target.join(' ')}`);
  }

  /** Whether a person sees it in the window as it is scrolled. */
  const isInSight = (element) => {
    const { top, bottom, width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  };

  const addresses = ['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'background', 'data', 'srcdoc', 'srcset'];
  const isHarmless = (address) =>
    /^(?:https?|mailto):/i.test(address) || (!/^[\s\p{C}]*[a-z][a-z\d+.-]*:/iu.test(address) && !/^[\s\p{C}]*[/\\]{2}/u.test(address));

  /** What in a page was made of a text that should have stayed one: marks, handlers, addresses that run or lead away. */
  function alive(page = document) {
    const found = [...page.querySelectorAll('x-ran, [x-ran], base, iframe, object, embed, frame, style, [style], [http-equiv]')];
    for (const element of page.querySelectorAll('*'))
      for (const { name: attribute, value } of element.attributes)
        if (attribute.startsWith('on') || (addresses.includes(attribute) && !isHarmless(value))) found.push(element);
    for (const script of page.querySelectorAll('script')) {
      if (script.type === 'application/ld+json') JSON.parse(script.textContent);
      else if (script.textContent.trim() !== '' || !script.getAttribute('src')?.startsWith('/ui/')) found.push(script);
    }
    return found.map((element) => element.outerHTML.slice(0, 200));
  }

  /** Asks for pages and reads them as a browser does, without showing them: faults by address; what is no page is left. */
  async function readAll(requests) {
    const faults = [];
    const [pages, statuses] = [[], {}];
    const left = requests.values();
    const work = async () => {
      for (const [address, options] of left) {
        const response = await fetch(address, { ...options, headers: { accept: 'text/html', ...options?.headers } });
        const text = await response.text();
        statuses[response.status] = (statuses[response.status] ?? 0) + 1;
        if (!response.headers.get('content-type')?.startsWith('text/html')) {
          if (response.headers.get('x-content-type-options') !== 'nosniff') faults.push(`${address}: may be taken for a page`);
          continue;
        }
        pages.push(address);
        for (const one of alive(new DOMParser().parseFromString(text, 'text/html'))) faults.push(`${address}: ${one}`);
      }
    };
    await Promise.all([work(), work(), work()]);
    return { faults, pages: pages.length, statuses };
  }

  globalThis.probes = { alive, readAll, tooWide, focusUnseen, inline, broken, isInSight, name };
})();
