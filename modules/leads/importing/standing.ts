import { spelled } from '#app/imports'
import type { Captured } from '../capture/captured.ts'
import type { LeadStatus, LostReason } from '../lead_words.ts'
import { keepAmongAnswers } from './captured_row.ts'
import type { ListRules } from './list_rules.ts'
import type { Cell, RowCells } from './row_cells.ts'
import { reasonOfWord, statusOfWord } from './status_words.ts'

/** How far a lead was where the list comes from. */
export interface Standing {
  /** Null where the list does not say. */
  status: LeadStatus | null
  /** The stage that the list names by the agency's own label. */
  stageId: string | null
  lostReason: LostReason | null
  /** Why it was lost, where no reason of ours says that. */
  lostWords: string | null
}

const UNSAID: Standing = { status: null, stageId: null, lostReason: null, lostWords: null }

/** Where the row says that the lead stands; null, with a problem, where it is lost and nobody says why. */
export function standingIn(
  cells: RowCells,
  captured: Captured,
  { stages }: ListRules
): Standing | null {
  const cell = cells.cell('status')
  const said = cell && statusIn(cell, stages)
  if (said?.status === 'lost') return lostIn(cells, cell!)
  if (cell && !said) {
    keepAmongAnswers(captured, cell)
    cells.unreadable(cell, 'status_unknown')
  }
  const reason = cells.cell('lost_reason')
  if (reason) keepAmongAnswers(captured, reason)
  return { ...UNSAID, ...said }
}

/** By the agency's own label first, which also names the stage; else by what programs call their statuses. */
function statusIn({ text }: Cell, stages: ListRules['stages']) {
  const stage = stages.find(({ label }) => spelled(label) === spelled(text))
  if (stage) return { status: stage.mapsTo, stageId: stage.id }
  const status = statusOfWord(text)
  return status && { status }
}

function lostIn(cells: RowCells, cell: Cell): Standing | null {
  const words = cells.text('lost_reason', 500) ?? null
  const reason = reasonOfWord(words ?? cell.text)
  const lost = { ...UNSAID, status: 'lost' as const }
  if (reason) return { ...lost, lostReason: reason }
  if (words) return { ...lost, lostReason: 'other', lostWords: words }
  cells.refuse(cell, 'lost_reason_missing')
  return null
}
