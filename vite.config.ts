import adonisjs from '@adonisjs/vite/client'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    tailwindcss(),
    adonisjs({
      entryPoints: [
        'resources/css/app.css',
        'resources/js/app.js',
        'resources/css/front.css',
        'resources/js/front.js',
      ],
      reload: ['resources/views/**/*.edge', 'modules/*/views/**/*.edge'],
    }),
  ],
})
