import { defineConfig, drivers } from '@adonisjs/core/encryption'
import { keyringSecrets } from '#kernel/keyring/keyring'
import env from '#start/env'

/** Cookies and signed values: the first key of the ring encrypts, every key decrypts. */
export default defineConfig({
  default: 'ring',
  list: { ring: drivers.aes256gcm({ id: 'ring', keys: keyringSecrets(env.get('APP_KEYS')) }) },
})
