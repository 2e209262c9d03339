/** The settings of the running app. `.env.example` says what each one does. */
import { Env } from '@adonisjs/core/env'

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'demo', 'production', 'test'] as const),
  PORT: Env.schema.number(),
  HOST: Env.schema.string.optional(),
  LOG_LEVEL: Env.schema.string.optional(),
  BASE_DOMAIN: Env.schema.string(),
  DATA_DIR: Env.schema.string.optional(),
  APP_KEYS: Env.schema.string(),

  DATABASE_URL: Env.schema.string.optional(),
  DATABASE_LISTEN_URL: Env.schema.string.optional(),
  DATABASE_OWNER_URL: Env.schema.string.optional(),
  DATABASE_APP_PASSWORD: Env.schema.string.optional(),
  DATABASE_CORE_POOL: Env.schema.number.optional(),
  DATABASE_TENANT_POOL: Env.schema.number.optional(),

  SMTP_HOST: Env.schema.string.optional(),
  SMTP_PORT: Env.schema.number.optional(),
  SMTP_USERNAME: Env.schema.string.optional(),
  SMTP_PASSWORD: Env.schema.string.optional(),
  MAIL_FROM: Env.schema.string.optional(),

  MAIL_RECEIVE_PORT: Env.schema.number.optional(),
  MAIL_RECEIVE_HOST: Env.schema.string.optional(),
  MAIL_RECEIVE_DOMAIN: Env.schema.string.optional(),

  FACEBOOK_GRAPH_URL: Env.schema.string.optional(),

  MAP_TILES_URL: Env.schema.string.optional(),
  MAP_TILES_ATTRIBUTION: Env.schema.string.optional(),

  DRIVE_DISK: Env.schema.enum.optional(['fs', 's3'] as const),
  S3_BUCKET: Env.schema.string.optional(),
  S3_REGION: Env.schema.string.optional(),
  S3_ENDPOINT: Env.schema.string.optional(),
  S3_ACCESS_KEY_ID: Env.schema.string.optional(),
  S3_SECRET_ACCESS_KEY: Env.schema.string.optional(),
  TRUSTED_PROXIES: Env.schema.string.optional(),
})
