import vine from '@vinejs/vine'
import { paging } from '#kernel/api/paging'
import { contactKinds } from '../contact_words.ts'

const orders = ['name', 'touched', 'created', 'next', 'owner'] as const
const sorts = orders.flatMap((order) => [order, `-${order}`] as const)
const words = () => vine.string().trim().maxLength(200).optional()

/** What programs may ask of the list: the same filters as the page has, said strictly. */
export const contactQuestion = vine.create({
  ...paging(),
  sort: vine.enum(sorts).optional(),
  status: vine.enum(['active', 'archived', 'deleted'] as const).optional(),
  q: words(),
  kind: vine.enum(contactKinds).optional(),
  type: vine.enum(['person', 'company'] as const).optional(),
  tag: words(),
  /** A member's id, `me` or `none`. */
  owner: vine
    .string()
    .regex(/^(me|none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
    .optional(),
  team: vine.string().uuid().optional(),
  source: words(),
  city: words(),
  /** `<channel>` or `<channel>:<state>`. */
  consent: vine
    .string()
    .regex(/^(call|email|sms|whatsapp)(:(granted|refused|not_asked))?$/)
    .optional(),
  has: vine.enum(['phone', 'no_phone', 'email', 'no_email'] as const).optional(),
  next: vine.enum(['overdue', 'today', 'due', 'week', 'none'] as const).optional(),
  from: vine.string().day().optional(),
  to: vine.string().day().optional(),
})
