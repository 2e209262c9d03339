/** How long to leave a busy server alone: as long as it says, else longer each time. */
export function secondsToWait(retryAfter: string | undefined, tried: number): number {
  const seconds = Number(retryAfter ?? Number.NaN)
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds))
  const moment = Date.parse(retryAfter ?? '')
  if (!Number.isNaN(moment)) return Math.max(0, Math.ceil((moment - Date.now()) / 1000))
  return 4 ** (tried - 1)
}
