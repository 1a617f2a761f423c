FROM node:22-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node server/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:22-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg \
  && rm -rf /var/lib/apt/lists/* \
  && mkdir /data && chown node:node /data
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data
COPY --from=build --chown=node:node /app ./
USER node
EXPOSE 3000
# docker-compose.yml names the process: web, realtime, worker, or the migration.
CMD ["node", "node_modules/next/dist/bin/next", "start", "-p", "3000"]
