type MoveRecords = (fromIdentityId: string, toIdentityId: string) => Promise<void>

const steps: MoveRecords[] = []

/**
 * A host feature says here how its records in an agency go over from one identity to another of
 * the same person. It runs in a unit of that agency, and may run twice.
 */
export function moveWithIdentity(step: MoveRecords): void {
  steps.push(step)
}

export async function moveRecords(fromIdentityId: string, toIdentityId: string): Promise<void> {
  for (const step of steps) await step(fromIdentityId, toIdentityId)
}
