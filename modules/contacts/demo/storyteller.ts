import type { Calendar } from './calendar.ts'
import type { ContactKind, InteractionDraft, NoteDraft, StaffMember } from './drafts.ts'
import { acquaintance, openPlan, plot, type Moment, type Stage } from './plot.ts'
import { afterwards, businessClosings, customerClosings, firmAsides } from './stories/closings.ts'
import { stories } from './stories/stories.ts'
import { fill, type Slots } from './text.ts'
import { circumstances } from './circumstances.ts'

export interface Teller extends Stage {
  calendar: Calendar
  /** Who writes now and then in an owner's place. */
  colleagueIds: string[]
}

export interface Protagonist {
  kind: ContactKind
  isFirm: boolean
  owner: StaffMember | null
}

export interface Story {
  createdAt: string
  interactions: InteractionDraft[]
  notes: NoteDraft[]
  /** Whether somebody should act on this contact in these days. */
  isWarm: boolean
}

/** What happened with one contact since the agency knows it. */
export class Storyteller {
  private readonly slots: Slots
  private readonly said = new Set<string>()

  constructor(
    private readonly teller: Teller,
    private readonly hero: Protagonist
  ) {
    this.slots = circumstances(teller)
  }

  tell(): Story {
    const { chance, calendar } = this.teller
    const since = acquaintance(chance)
    const moments = chance.happens(0.06) ? [] : plot(stories[this.hero.kind], since, this.teller)
    const interactions = this.interactions(moments)
    const first = interactions[0]?.at ?? calendar.instant(since, 'other', chance)
    return {
      createdAt: minutesAfter(first, -chance.between(2, 40)),
      interactions,
      notes: this.notes([first, ...interactions.map(({ at }) => at)]),
      isWarm: isWarm(moments.at(-1)),
    }
  }

  private interactions(moments: Moment[]): InteractionDraft[] {
    const told = moments.map((moment) => this.interaction(moment))
    return told.map((interaction, index) => ({
      ...interaction,
      ...(told[index + 1]
        ? this.keptPlan(moments[index + 1], told[index + 1])
        : this.openPlan(moments[index])),
    }))
  }

  private interaction(moment: Moment): InteractionDraft {
    const { chance, calendar } = this.teller
    return {
      type: moment.type,
      at: calendar.instant(moment.daysAgo, moment.type, chance),
      details: this.details(moment),
      outcome: moment.outcome,
      memberId: this.author(),
      ...nothingPlanned,
    }
  }

  private details({ scene, outcome }: Moment): string {
    const { chance, world } = this.teller
    const sentences = [this.say(scene.opens), this.say(world.phrases[scene.topic])]
    if (chance.happens(0.3)) sentences.push(this.say(world.phrases[scene.topic]))
    if (scene.mood !== 'settled' && chance.happens(0.8))
      sentences.push(this.say(this.closings[outcome]))
    return sentences.join(' ')
  }

  private keptPlan(next: Moment, kept: InteractionDraft): Plan {
    const { chance, calendar } = this.teller
    if (!chance.happens(0.75)) return nothingPlanned
    return {
      nextAction: this.say(next.scene.plans),
      nextActionDate: calendar.dayOf(kept.at),
      nextActionDoneAt: kept.at,
    }
  }

  private openPlan(last: Moment): Plan {
    const { chance, calendar } = this.teller
    const ahead = openPlan(last, chance)
    if (ahead === null) return nothingPlanned
    const scenes = stories[this.hero.kind]
    const plans = scenes[scenes.indexOf(last.scene) + 1]?.plans ?? afterwards
    return {
      nextAction: this.say(plans),
      nextActionDate: calendar.day(ahead),
      nextActionDoneAt: null,
    }
  }

  private notes(instants: string[]): NoteDraft[] {
    const { chance, world } = this.teller
    const count = chance.weigh([
      [0, 50],
      [1, 38],
      [2, 12],
    ])
    return Array.from({ length: count }, () => ({
      at: minutesAfter(chance.pick(instants), chance.between(4, 75)),
      memberId: this.author(),
      text: this.say(this.hero.isFirm ? firmAsides : world.asides),
    }))
  }

  private author(): string | null {
    const { chance, colleagueIds } = this.teller
    const ownerId = this.hero.owner?.memberId ?? null
    const stepsIn = ownerId === null || chance.happens(0.1)
    return stepsIn && colleagueIds.length > 0 ? chance.pick(colleagueIds) : ownerId
  }

  /** Prefers what this story has not said yet. */
  private say(sentences: string[]): string {
    const fresh = sentences.filter((sentence) => !this.said.has(sentence))
    const sentence = this.teller.chance.pick(fresh.length > 0 ? fresh : sentences)
    this.said.add(sentence)
    return capitalised(fill(sentence, this.slots, this.teller.chance))
  }

  private get closings() {
    const isBusiness = this.hero.kind === 'vendor' || this.hero.kind === 'other'
    return isBusiness ? businessClosings : customerClosings
  }
}

type Plan = Pick<InteractionDraft, 'nextAction' | 'nextActionDate' | 'nextActionDoneAt'>

const nothingPlanned: Plan = { nextAction: null, nextActionDate: null, nextActionDoneAt: null }

function capitalised(sentence: string): string {
  return sentence[0].toUpperCase() + sentence.slice(1)
}

function isWarm(last: Moment | undefined): boolean {
  if (!last || last.daysAgo > 21) return false
  return last.outcome === 'positive' || last.outcome === 'follow-up'
}

function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString()
}
