# Benkan for production, with a MongoDB of your own: see "Deploy" in README.md. Settings are in .env.example.
#   docker build -t benkan .                                    the server
#   docker build -t benkan-whatsapp --target whatsapp-web .     with Chromium, for WhatsApp web

# What every test ran on. Both stages take the same one: argon2 comes as machine code.
FROM node:20.20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# `prepare` would compile here, before the sources are there; no package needs its own script.
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY config/tsconfig.build.json config/
COPY scripts/build.mjs scripts/
COPY src src
RUN npm run build
# The compiler stays behind; what is left is what the lock file says, and nothing else.
RUN npm ci --omit=dev --ignore-scripts --prefer-offline

FROM node:20.20-bookworm-slim AS server
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/benkan
WORKDIR /app
# For the keyring, and apart from it what is noted beside the database. Volumes mounted here begin with this owner.
RUN install --directory --owner=node --group=node --mode=700 /etc/benkan /var/lib/benkan
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY flows flows
COPY locales locales
COPY scripts/initiate-replica-set.mjs scripts/
USER node
EXPOSE 3000
# Alive, not ready: a container must not be restarted because the database is away.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/cli/main.js", "serve"]

FROM server AS whatsapp-web
USER root
RUN apt-get update \
  && apt-get install --yes --no-install-recommends chromium \
  && rm -rf /var/lib/apt/lists/*
USER node
ENV CHROMIUM_PATH=/usr/bin/chromium

# The last stage is what `docker build` makes when nothing is said.
FROM server
