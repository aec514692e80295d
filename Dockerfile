# syntax=docker/dockerfile:1
# docker build -t fundstelle .
# docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --init --restart on-failure:5 \
#   --env-file .env -v ./documents:/documents:ro -v fundstelle-index:/index -v fundstelle-data:/data fundstelle
# The same with fewer words: compose.yaml. More of it: docs/HOSTING.md

FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6 AS build
WORKDIR /app
# What changes seldom comes first, so that a change of the sources installs nothing again.
COPY package.json package-lock.json ./
# No package may run code of its own while it is installed.
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY scripts/build.mjs scripts/build.mjs
COPY scripts/package scripts/package
COPY src src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6
ENV NODE_ENV=production \
    SEEDS_DIR=/documents \
    INDEX_DIR=/index \
    DATA_DIR=/data \
    HEALTH_HOST=127.0.0.1 \
    HEALTH_PORT=9464
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY LICENSE THIRD-PARTY.md .env.example ./
COPY sample sample
RUN mkdir /documents /index /data && chown node:node /index /data
# The program writes to its index and its data, and to nothing else: the rest of the image can be read-only.
VOLUME ["/index", "/data"]
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "dist/main.js", "start"]
