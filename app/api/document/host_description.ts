import type { ApiDescription } from '#kernel/modules/api_description'

const text = { type: 'string' }

/** What the host itself answers, whichever modules are on. */
export const hostDescription: ApiDescription = {
  schemas: {
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'code'],
      properties: {
        type: text,
        title: text,
        status: { type: 'integer' },
        code: text,
        detail: text,
        request_id: text,
        permission: text,
        module: text,
        current_version: { type: 'integer' },
        allowed: { type: 'array', items: text },
        errors: {
          type: 'array',
          items: {
            type: 'object',
            required: ['detail'],
            properties: {
              pointer: text,
              parameter: text,
              detail: text,
              allowed: { type: 'array' },
            },
          },
        },
      },
    },
    Key: {
      type: 'object',
      required: ['name', 'agency', 'member', 'permissions', 'expires_at'],
      properties: {
        name: text,
        agency: {
          type: 'object',
          required: ['id', 'name', 'market', 'currency', 'time_zone'],
          properties: {
            id: { type: 'string', format: 'uuid' },
            name: text,
            market: text,
            currency: text,
            time_zone: text,
          },
        },
        member: {
          type: 'object',
          required: ['id', 'name', 'role'],
          properties: { id: { type: 'string', format: 'uuid' }, name: text, role: text },
        },
        permissions: {
          type: 'object',
          additionalProperties: { enum: ['own', 'team', 'all'] },
        },
        expires_at: { type: ['string', 'null'], format: 'date-time' },
      },
    },
  },
  operations: {
    'key.show': { summary: 'api.document.key', permission: null, answer: 'Key' },
  },
}
