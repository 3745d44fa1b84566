/** What a writer throws when its syntax has no way to say a term; the server answers 406 and names the reason. */
export class NotExpressible extends Error {
  override readonly name = 'NotExpressible';
}
