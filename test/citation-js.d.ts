/** What tests use of citation-js, which comes without types. */
declare module '@citation-js/core' {
  export const Cite: new (
    data: string,
    options?: { readonly forceType?: string },
  ) => { readonly data: readonly Readonly<Record<string, unknown>>[]; format(name: string, options?: object): string };
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
declare module '@citation-js/plugin-csl' {}
