/** A request that OAI-PMH answers with an error element, not with a status (section 3.6). */
export type OaiCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noMetadataFormats'
  | 'noRecordsMatch'
  | 'noSetHierarchy';

export class OaiFault extends Error {
  override readonly name = 'OaiFault';
  constructor(
    readonly code: OaiCode,
    message: string,
  ) {
    super(message);
  }
}
