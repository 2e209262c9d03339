import { Task } from '#app/records'
import { Chance } from '#kernel/demo/chance'
import { daysAfter } from '#kernel/markets/time'
import type { DemoPlace } from '#kernel/modules/manifest'
import { addRequirement } from '../actions/save_requirement.ts'
import { renewAverages } from '../actions/score_contact.ts'
import ContactLink from '../models/contact_link.ts'
import ContactScore from '../models/contact_score.ts'
import type { ContactDraft } from './drafts.ts'
import { worlds } from './markets/worlds.ts'
import { lines } from './text.ts'
import { wishOf } from './wishes.ts'

export interface Known {
  id: string
  draft: ContactDraft
}

interface Colleague {
  id: string
  name: string
  role: string
}

interface Scenery {
  place: DemoPlace
  known: Known[]
  members: Colleague[]
}

/** What is known of demo contacts beyond their facts: wishes, who sent whom, praise, and tasks. */
export async function seedSurroundings(scenery: Scenery): Promise<void> {
  await seedWishes(scenery)
  await seedReferrals(scenery)
  await seedScores(scenery)
  await seedTasks(scenery)
}

async function seedWishes({ place: { slug, market }, known }: Scenery): Promise<void> {
  for (const [index, { id, draft }] of known.entries()) {
    const chance = new Chance(`${slug} wish ${index}`)
    const wish = wishOf(draft, { market, world: worlds[market], chance })
    if (wish) await addRequirement(id, wish)
  }
}

/** Whoever came by word of mouth was sent by somebody whom the same member looks after. */
async function seedReferrals({ place, known }: Scenery): Promise<void> {
  const chance = new Chance(`${place.slug} referrals`)
  const links = known.flatMap(({ id, draft }, index) => {
    const friends = known.slice(0, index).filter((one) => one.draft.ownerId === draft.ownerId)
    if (draft.source !== 'Referral' || !draft.ownerId || friends.length === 0) return []
    const kind = 'referrer' as const
    return [{ fromId: id, toId: chance.pick(friends).id, kind, createdBy: draft.ownerId }]
  })
  await ContactLink.createMany(links)
}

const praise = lines(`
  Always picked up the phone
  Told us what was wrong with the house before we asked
  Took a while to answer, but got it done
  Would call you again`)

/** Those whose story came to a good end were asked. */
async function seedScores({ place, known, members }: Scenery): Promise<void> {
  const chance = new Chance(`${place.slug} scores`)
  const scores = known
    .filter(({ draft }) => draft.interactions.length > 4)
    .filter(() => chance.happens(0.35))
    .map(({ id, draft: { ownerId } }) => ({
      contactId: id,
      score: chance.weigh([
        [10, 5],
        [9, 6],
        [8, 4],
        [7, 2],
        [5, 1],
      ] as const),
      comment: chance.happens(0.6) ? chance.pick(praise) : null,
      authorId: ownerId,
      authorName: members.find((member) => member.id === ownerId)?.name ?? null,
    }))
  await ContactScore.createMany(scores)
  await renewAverages(scores.map(({ contactId }) => contactId))
}

const errands = lines(`
  Pick up the signed papers
  Find out what the neighbours sold for
  Book the photographer
  Ask for the plans of the house
  Send the market report`)

/** Each who looks after contacts has something to do for two of them; one is anybody's of a role. */
async function seedTasks({ place, known, members }: Scenery): Promise<void> {
  const chance = new Chance(`${place.slug} tasks`)
  const asker = members.find(({ role }) => role === 'sales_director')
  const tasks = members.flatMap(({ id, role }) =>
    chance
      .take(
        2,
        known.filter(({ draft }) => draft.ownerId === id)
      )
      .map((about, index) => ({
        title: chance.pick(errands),
        dueOn: daysAfter(place.today, chance.between(-1, 5)),
        ownerId: index === 0 ? id : null,
        role: index === 0 ? null : role,
        status: 'open' as const,
        subjectType: 'contact',
        subjectId: about.id,
        authorId: asker?.id ?? null,
        authorName: asker?.name ?? null,
      }))
  )
  await Task.createMany(tasks)
}
