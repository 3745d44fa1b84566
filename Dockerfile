# syntax=docker/dockerfile:1
# Nothing of the build is left in what runs: no compiler, no tests, no package cache.
ARG NODE=22.21.1-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY src ./src
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:${NODE}
LABEL org.opencontainers.image.title="migraph" \
      org.opencontainers.image.description="Who holds which migration data, as a knowledge graph" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json README.md CHANGELOG.md ./
COPY src/ui ./src/ui
COPY queries ./queries
COPY ontology ./ontology
COPY data ./data
# The only place that is written to, besides /app/data/history by builds, where that is mounted.
RUN install -d -o node -g node /var/lib/migraph
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    MIGRAPH_OUT=/var/lib/migraph
VOLUME ["/var/lib/migraph"]
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/dist/src/cli.js"]
CMD ["serve"]
