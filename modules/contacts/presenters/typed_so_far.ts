import type { HttpContext } from '@adonisjs/core/http'
import { searchWords } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import { readPhone } from '#kernel/markets/phones'
import { isUuid } from '#kernel/tenancy/names'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { type PointDraft, nameOf } from '../contact_draft.ts'

const MOST = 12

/** Who stands in a form that is not finished: what cannot be read yet is left out, never an error. */
export function typedSoFar({ request, tenant }: HttpContext) {
  const asked = request.qs()
  const { region } = marketPack((tenant as TenantSnapshot).market)
  const [firstName, lastName, companyName] = ['firstName', 'lastName', 'companyName'].map((name) =>
    searchWords(asked[name])
  )
  const type = asked.type === 'company' ? ('company' as const) : ('person' as const)
  const phones = textsIn(asked.phones, 'number').map((text) => readPhone(text, region))
  return {
    name: nameOf({ type, firstName, lastName, companyName }),
    points: [
      ...phones.flatMap((phone) => (phone.ok ? [point('phone', phone.e164)] : [])),
      ...textsIn(asked.emails, 'address').map((text) => point('email', text.toLowerCase())),
    ],
    except: isUuid(asked.of) ? asked.of : null,
  }
}

function point(kind: PointDraft['kind'], value: string): PointDraft {
  return { kind, value, label: null }
}

function textsIn(rows: unknown, part: string): string[] {
  return Object.values(Object(rows) as Record<string, unknown>)
    .slice(0, MOST)
    .map((row) => searchWords(Object(row)[part]))
    .filter((text) => text !== '')
}
