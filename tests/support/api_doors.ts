import { test } from '@japa/runner'
import type { StaffRole } from '#app/members'
import { ApiProgram, type ApiAsking, type ApiReply } from './api_client.ts'
import type { Workspace } from './workspace.ts'

interface Found {
  id: string
}

/** Something that a program may ask for. */
export interface ApiDoor {
  method: string
  path: (record: Found) => string
  permission: string
  /** Another one that it needs. */
  also?: string
  body?: unknown
  /** What it cannot take, and where it says so. */
  wrong?: [body: object, pointer: string]
  ifMatch?: true
  /** The record is deleted before. */
  deleted?: true
}

/** Where the doors are. */
interface House {
  /** Also the path of its list. */
  module: string
  workspace: Workspace & {
    givenReach(role: StaffRole, permission: string, reach: 'none'): Promise<void>
  }
  /** What no stranger may read of its records. */
  secret: string
  /** What somebody else changes about a record meanwhile. */
  change: object
}

const ANY = { headers: { 'if-match': '*' } }

/** Asks the same of each door: whom it lets in, whom it does not, and what it cannot take; `given` makes a record for it. */
export function tryDoors<Door extends ApiDoor>(
  doors: Record<string, Door>,
  { given, ...house }: House & { given(door: Door): Promise<Found> }
): void {
  for (const [name, door] of Object.entries(doors))
    test.group(`${name}, for a program,`, (group) => {
      group.each.setup(() => house.workspace.open())
      const trial = new Trial(door, house, () => given(door))
      lettingIn(trial)
      keepingOut(trial)
      keepingStrangersOut(trial)
      if (door.ifMatch) havingSeen(trial)
      if (door.method === 'POST') doingOnce(trial)
      if (door.wrong) refusing(trial, door.wrong)
    })
}

class Trial {
  constructor(
    readonly door: ApiDoor,
    readonly house: House,
    private readonly given: () => Promise<Found>
  ) {}

  get view(): string {
    return `${this.house.module}.view`
  }

  program(role: StaffRole = 'principal', permissions?: string[]): Promise<ApiProgram> {
    return ApiProgram.of({ agency: this.house.workspace.agency, role, permissions })
  }

  /** A record with its own path and that of the door, and the version that a program saw. */
  async ground() {
    const record = await this.given()
    const own = `/${this.house.module}/${record.id}`
    const path = this.door.path(record)
    const program = await this.program()
    const { headers } = await program.get(path.includes(record.id) ? own : '/key')
    if (this.door.deleted) await program.delete(own, ANY)
    return { own, path, isOfOne: path.includes(record.id), version: String(headers.etag) }
  }

  async ask(program: ApiProgram): Promise<ApiReply> {
    const { path, version } = await this.ground()
    return program.ask(this.door.method, path, this.asking(version))
  }

  asking(version: string, others: Record<string, string> = {}): ApiAsking {
    const { body, ifMatch } = this.door
    return { body, headers: { ...others, ...(ifMatch && { 'if-match': version }) } }
  }
}

function lettingIn(trial: Trial): void {
  const { permission, also = permission } = trial.door

  test('works', async ({ assert }) => {
    assert.isBelow((await trial.ask(await trial.program())).status, 300)
  })

  test('works with a key that names no more than it needs', async ({ assert }) => {
    const program = await trial.program('principal', [...new Set([permission, also, trial.view])])
    assert.isBelow((await trial.ask(program)).status, 300)
  })
}

function keepingOut(trial: Trial): void {
  const { door, house, view } = trial
  const { permission } = door

  test('is forbidden to a key that does not name its permission', async ({ assert }) => {
    const others = permission === view ? ['members.view'] : [view]
    const answer = await trial.ask(await trial.program('principal', others))
    if (permission === view) return assert.include([403, 404], answer.status)
    assert.deepEqual([answer.status, answer.json.permission], [403, permission])
  })

  test('is forbidden to a key whose person lost the permission', async ({ assert }) => {
    const program = await trial.program('sales_director')
    await house.workspace.givenReach('sales_director', permission, 'none')
    assert.include([403, 404], (await trial.ask(program)).status)
  })
}

function keepingStrangersOut(trial: Trial): void {
  const { door, house } = trial
  const { agency, neighbour } = house.workspace

  test("does not exist for another agency's key", async ({ assert }) => {
    const stranger = await ApiProgram.of({ agency: neighbour })
    const { path, isOfOne } = await trial.ground()
    const before = await agency.fingerprint()
    const asking = trial.asking('*')
    const here = await stranger.askFreely(door.method, path, { ...asking, host: agency.host })
    assert.equal(here.status, 404)
    const there = await stranger.askFreely(door.method, path, asking)
    if (isOfOne) assert.equal(there.status, 404)
    assert.notInclude(there.text, house.secret)
    assert.equal(await agency.fingerprint(), before)
  })

  test('does not exist while its module is off', async ({ assert }) => {
    const program = await trial.program()
    const { path } = await trial.ground()
    await agency.switchModule(house.module, 'off')
    const answer = await program.askFreely(door.method, path, { body: door.body })
    assert.deepEqual([answer.status, answer.json.code], [404, 'E_MODULE_OFF'])
  })
}

function havingSeen(trial: Trial): void {
  const { door, house } = trial

  test('asks for the version that was seen, and refuses another', async ({ assert }) => {
    const program = await trial.program()
    const { own, path, version } = await trial.ground()
    const without = await program.ask(door.method, path, { body: door.body })
    assert.equal(without.status, 428)
    const changed = await program.patch(own, house.change, ANY)
    const before = await house.workspace.agency.fingerprint()
    const late = await program.ask(door.method, path, trial.asking(version))
    assert.deepEqual([late.status, late.json.current_version], [412, changed.json.version])
    const odd = await program.ask(door.method, path, trial.asking('"x"'))
    assert.equal(odd.status, 412)
    assert.equal(await house.workspace.agency.fingerprint(), before)
  })
}

function doingOnce(trial: Trial): void {
  const { door, house } = trial

  test('is done once for one Idempotency-Key', async ({ assert }) => {
    const program = await trial.program()
    const { path, version } = await trial.ground()
    const asking = trial.asking(version, { 'idempotency-key': 'once' })
    const first = await program.ask(door.method, path, asking)
    assert.isBelow(first.status, 300)
    const before = await house.workspace.agency.fingerprint()
    const second = await program.ask(door.method, path, asking)
    assert.deepEqual([second.status, second.text], [first.status, first.text])
    assert.equal(second.headers['idempotent-replayed'], 'true')
    assert.equal(await house.workspace.agency.fingerprint(), before)
  })
}

function refusing(trial: Trial, [body, pointer]: [object, string]): void {
  test('rejects what it cannot take', async ({ assert }) => {
    const program = await trial.program()
    const { path } = await trial.ground()
    const asking = { ...trial.asking('*'), body }
    const { status, json } = await program.ask(trial.door.method, path, asking)
    assert.deepEqual([status, json.code], [422, 'E_INVALID'])
    assert.equal(json.errors[0].pointer, pointer)
  })
}
