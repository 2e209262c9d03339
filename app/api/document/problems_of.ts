import type { ApiOperation } from '#kernel/modules/api_description'

/** The statuses of the problems that an operation may answer with, by what kind of operation it is. */
export function problemsOf(method: string, operation: ApiOperation): number[] {
  const { permission, body, query, ifMatch = false } = operation
  const isPost = method === 'POST'
  const conditional: [statuses: number[], holds: boolean][] = [
    [[400, 415, 413], isPost || body !== undefined],
    [[403], permission !== null],
    [[409], method !== 'GET'],
    [[412, 428], ifMatch],
    [[422], isPost || body !== undefined || query !== undefined],
  ]
  const own = conditional.filter(([, holds]) => holds).flatMap(([statuses]) => statuses)
  return [401, 404, 406, 423, 429, 500, ...own].sort((one, other) => one - other)
}
