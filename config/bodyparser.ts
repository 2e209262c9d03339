import { defineConfig } from '@adonisjs/core/bodyparser'
import { uploadPath } from '#kernel/http/forget_uploads_middleware'

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: {
    convertEmptyStringsToNull: true,
    // Permissions have dots in their names: `reach[contacts.view]` is one key.
    queryString: { allowDots: false },
    types: ['application/x-www-form-urlencoded'],
    limit: '1mb',
  },
  json: { convertEmptyStringsToNull: false, types: ['application/json'], limit: '1mb' },
  multipart: {
    autoProcess: true,
    convertEmptyStringsToNull: true,
    processManually: [],
    limit: '64mb',
    tmpFileName: uploadPath,
    types: ['multipart/form-data'],
  },
})
