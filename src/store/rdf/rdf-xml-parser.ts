/** The parser of RDF/XML, held to the grammar where it reads more than is said, or less. */
import { type IActiveTag, RdfXmlParser } from 'rdfxml-streaming-parser';

/** An attribute that says which version of ITS is meant (RDF 1.2 XML, section 5.1); the library takes it for a property on a node. */
const itsVersion = `${RdfXmlParser.ITS}version`;

/** What is syntax (`coreSyntaxTerms`, section 5.1), and no property. */
const coreTerms = new Set(
  ['RDF', 'ID', 'about', 'parseType', 'resource', 'nodeID', 'datatype'].map((name) => RdfXmlParser.RDF + name),
);

const parseTypes = new Set(['Resource', 'Collection', 'Literal', 'Triple']);

export class StrictRdfXmlParser extends RdfXmlParser {
  /** The property in which a node is being read. */
  private property: IActiveTag | undefined;
  /** Elements that were opened, and how many of them are open still. */
  private opened = 0;
  private open = 0;

  protected override onTag(tag: Parameters<RdfXmlParser['onTag']>[0]): void {
    this.opened += 1;
    this.open += 1;
    // The library would take them away, and make other names than are meant.
    for (const { name, value } of Object.values(tag.attributes))
      if (/^xmlns(?::|$)/.test(name) && value.trim() !== value)
        throw this.newParseError(`the namespace "${value}" begins or ends with a space`);
    super.onTag(tag);
  }

  protected override onCloseTag(): void {
    this.open -= 1;
    super.onCloseTag();
  }

  /** The library never asks whether the document is whole. */
  override _flush(done: (error?: Error) => void): void {
    if (this.opened === 0) done(this.newParseError('there is no element in it'));
    else done(this.open > 0 ? this.newParseError('the document ends within an element') : undefined);
  }

  protected override onTagResource(...[tag, node, property, isRoot]: Parameters<RdfXmlParser['onTagResource']>): void {
    this.property = property;
    super.onTagResource(tag, node, property, isRoot);
    this.property = undefined;
  }

  /** What is of no known type is a literal (section 5.2, `parseTypeOtherPropertyElt`). */
  protected override onTagProperty(...[tag, property, node]: Parameters<RdfXmlParser['onTagProperty']>): void {
    for (const attribute of Object.values(tag.attributes))
      if (attribute.uri === RdfXmlParser.RDF && attribute.local === 'parseType' && !parseTypes.has(attribute.value))
        attribute.value = 'Literal';
    super.onTagProperty(tag, property, node);
  }

  /**
   * `rdf:ID` and `rdf:annotation` on a property name the statement that it makes (section 2.17), and not, as the library
   * has it, also those that the node inside makes by its type and attributes.
   */
  protected override emitTriple(
    ...[subject, predicate, object, statement, inner, reifier]: Parameters<RdfXmlParser['emitTriple']>
  ): void {
    if (predicate.value === itsVersion) return;
    if (coreTerms.has(predicate.value)) throw this.newParseError(`<${predicate.value}> is no property`);
    const { property } = this;
    const isNamed = !property || predicate === property.predicate || predicate === property.childrenCollectionPredicate;
    super.emitTriple(subject, predicate, object, isNamed ? statement : undefined, inner, isNamed ? reifier : undefined);
  }
}
