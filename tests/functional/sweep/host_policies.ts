import { moduleNames } from '#kernel/modules/module_registry'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { Member, Team } from '#app/members'
import { CustomField, Task } from '#app/records'
import type { TestAgency } from '#tests/support/agency'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'

export const policies: Record<string, RoutePolicy> = {
  'today.show': { permission: null },
  'search.index': { permission: null },
  'themes.store': { permission: null },
  'settings.index': { permission: null },
  'settings.edit': { permission: 'agency.manage' },
  'settings.update': { permission: 'agency.manage' },
  'logo.store': { permission: 'agency.manage' },
  'logo.destroy': { permission: 'agency.manage' },
  'modules.index': { permission: 'modules.manage' },
  'modules.store': {
    permission: 'modules.manage',
    params: () => ({ name: moduleNames[0] ?? 'none' }),
  },
  'modules.destroy': {
    permission: 'modules.manage',
    params: () => ({ name: moduleNames[0] ?? 'none' }),
  },
  'plan.show': { permission: 'modules.manage' },
  'audit.index': { permission: 'audit.view' },
  'account.show': { permission: null },
  'rail.update': { permission: null },
  'password.update': { permission: null },
  'letters.update': { permission: null },
  'verification_letters.store': { permission: null },
  'agency_switches.create': { permission: null },
  'agency_switches.store': { permission: null },
  'members.index': { permission: 'members.view' },
  'members.edit': { permission: 'members.manage', params: idOf('member') },
  'members.update': { permission: 'members.manage', params: idOf('member') },
  'members.destroy': { permission: 'members.manage', params: idOf('member') },
  'invitations.create': { permission: 'members.manage' },
  'invitations.store': { permission: 'members.manage' },
  'invitations.update': { permission: 'members.manage' },
  'invitations.destroy': { permission: 'members.manage' },
  'teams.index': { permission: 'members.view' },
  'teams.show': { permission: 'members.view', params: idOf('team') },
  'teams.store': { permission: 'members.manage' },
  'teams.update': { permission: 'members.manage', params: idOf('team') },
  'teams.destroy': { permission: 'members.manage', params: idOf('team') },
  'team_places.store': { permission: 'members.manage', params: idOf('team') },
  'team_places.update': { permission: 'members.manage', params: placeIn },
  'team_places.destroy': { permission: 'members.manage', params: placeIn },
  'roles.index': { permission: 'roles.manage' },
  'roles.edit': { permission: 'roles.manage', params: () => ({ role: 'junior_agent' }) },
  'roles.update': { permission: 'roles.manage', params: () => ({ role: 'junior_agent' }) },
  'roles.destroy': { permission: 'roles.manage', params: () => ({ role: 'junior_agent' }) },
  'api_keys.index': { permission: 'api_keys.create' },
  'api_keys.create': { permission: 'api_keys.create' },
  'api_keys.store': { permission: 'api_keys.create' },
  'api_keys.destroy': { permission: 'api_keys.create' },
  'api.key.show': { permission: null },
  'notifications.index': { permission: null },
  'notifications.bell.show': { permission: null },
  'notifications.all_readings.store': { permission: null },
  'notifications.reading.store': {
    permission: null,
    params: ({ notification }) => ({ notification_id: notification }),
  },
  ...taskPolicies(),
  ...viewPolicies(),
  'custom_fields.index': { permission: 'agency.manage' },
  'custom_fields.create': { permission: 'agency.manage' },
  'custom_fields.store': { permission: 'agency.manage' },
  'custom_fields.edit': {
    permission: 'agency.manage',
    params: (records) => ({ id: records.customField }),
  },
  'custom_fields.update': {
    permission: 'agency.manage',
    params: (records) => ({ id: records.customField }),
  },
  'custom_fields.destroy': {
    permission: 'agency.manage',
    params: (records) => ({ id: records.customField }),
  },
  'custom_fields.restoration.store': {
    permission: 'agency.manage',
    params: (records) => ({ id: records.customField }),
  },
}

function taskPolicies(): Record<string, RoutePolicy> {
  const aTask: RoutePolicy = {
    permission: null,
    params: ({ task }) => ({ id: task, task_id: task }),
  }
  return {
    'tasks.index': { permission: null },
    'tasks.create': { permission: null },
    'tasks.store': { permission: null },
    'tasks.edit': aTask,
    'tasks.update': aTask,
    'tasks.completion.store': aTask,
    'tasks.completion.destroy': aTask,
    'tasks.cancellation.store': aTask,
    'tasks.cancellation.destroy': aTask,
    'tasks.postponement.store': aTask,
  }
}

function viewPolicies(): Record<string, RoutePolicy> {
  const aView: RoutePolicy = {
    permission: null,
    params: ({ view }) => ({ id: view, view_id: view }),
  }
  return {
    'views.index': { permission: null },
    'views.store': { permission: null },
    'views.update': aView,
    'views.destroy': aView,
    'views.place.update': aView,
    'views.start.store': aView,
    'views.start.destroy': aView,
    'views.restoration.store': aView,
  }
}

function idOf(record: string) {
  return (records: SweptRecords) => ({ id: records[record] })
}

function placeIn({ team, member }: SweptRecords) {
  return { id: team, member_id: member }
}

/** People, teams and what the kernel keeps for every record, in texts that are the canary. */
export async function givenRecords(agency: TestAgency, canary: string): Promise<SweptRecords> {
  return agency.inUnit(async () => {
    const team = await Team.create({ name: canary, city: canary })
    await unitSql(
      'update members set name = ?, city = ?, phone = ?, email = lower(?) || role, team_id = ?',
      [canary, canary, canary, canary, team.id]
    )
    const member = await Member.findByOrFail('role', 'junior_agent')
    const field = await CustomField.create({
      subjectType: 'anything',
      key: 'canary',
      label: canary,
      kind: 'choice',
      choices: [canary],
      required: false,
      position: 1,
    })
    await givenTraces(canary, team.id)
    const task = await givenTask(canary)
    const view = await givenView(canary)
    const notification = await givenNotification(canary, task.id)
    const ids = { team: team.id, member: member.id, customField: field.id, task: task.id }
    return { ...ids, view, notification }
  })
}

async function givenTask(canary: string): Promise<Task> {
  const principal = await Member.findByOrFail('role', 'principal')
  return Task.create({
    title: canary,
    details: canary,
    dueOn: '2026-01-01',
    ownerId: principal.id,
    status: 'open',
    authorName: canary,
  })
}

async function givenView(canary: string): Promise<string> {
  const principal = await Member.findByOrFail('role', 'principal')
  const { rows } = await unitSql<{ id: string }>(
    'insert into saved_views (list, name, query, owner_id) values (?, ?, ?, ?) returning id',
    [moduleNames[0] ?? 'none', canary, `q=${canary}`, principal.id]
  )
  return rows[0].id
}

async function givenNotification(canary: string, taskId: string): Promise<string> {
  const principal = await Member.findByOrFail('role', 'principal')
  const { rows } = await unitSql<{ id: string }>(
    `insert into notifications (member_id, kind, facts, path, subject_type, subject_id)
     values (?, 'notifications.task_for_you', jsonb_build_object('by', ?::text), '/app/tasks', 'task', ?) returning id`,
    [principal.id, canary, taskId]
  )
  return rows[0].id
}

/** A file, a step of a status and a line of the audit log. */
async function givenTraces(canary: string, subjectId: string): Promise<void> {
  unit().audit({ action: 'teams.changed', subjectType: 'team', subjectId, facts: { canary } })
  await unitSql(
    `insert into files (storage_key, name, media_type, bytes, sha256) values (?, ?, 'text/plain', 1, '')`,
    [`tenants/${unit().tenant.id}/${canary}`, canary]
  )
  await unitSql(
    `insert into api_answers (key_id, idempotency_key, fingerprint, status, headers, body)
     values (?, ?, '', 201, jsonb_build_object('location', ?::text), ?)`,
    [subjectId, canary, canary, canary]
  )
  await unitSql(
    `insert into status_steps (subject_type, subject_id, from_status, to_status, reason, actor_name)
     values ('team', ?, 'active', 'archived', ?, ?)`,
    [subjectId, canary, canary]
  )
}
