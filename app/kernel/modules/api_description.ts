export type JsonSchema = Record<string, unknown>

/** Any validator: what it takes is read from it. */
export interface Describable {
  toJSONSchema(): object
}

/**
 * What the API's document says of one route. Method, address, parameters and the problems that
 * every endpoint may answer with are known without being told.
 */
export interface ApiOperation {
  /** i18n key of a few words: "List contacts". */
  summary: string
  /** What a key needs for it; null: any key. */
  permission: string | null
  query?: Describable
  body?: Describable
  /** Parts of the body may be sent alone. */
  partial?: true
  status?: 200 | 201 | 204
  /** Name of the schema of what is answered. */
  answer?: string
  /** A page of them. */
  paged?: true
  /** Name of the schema of what a page says of the question. */
  meta?: string
  /** Answers with an ETag. */
  versioned?: true
  /** Asks for the version that was seen. */
  ifMatch?: true
}

/** `default` of the file that the manifest's `api` names. */
export interface ApiDescription {
  schemas: Record<string, JsonSchema>
  /** By the name of the route, without its surface: `contacts.index`. */
  operations: Record<string, ApiOperation>
}
