# syntax=docker/dockerfile:1
# docker build -t fundstelle .
# docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --init --restart on-failure \
#   --env-file .env -v ./documents:/documents:ro -v fundstelle-index:/index fundstelle

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
COPY scripts/build.mjs scripts/build.mjs
COPY src src
# No package may run code of its own while it is installed.
RUN npm ci --ignore-scripts && npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    SEEDS_DIR=/documents \
    INDEX_DIR=/index \
    HEALTH_HOST=127.0.0.1 \
    HEALTH_PORT=9464
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY seeds /documents
RUN mkdir /index && chown node:node /index
# The program writes to its index and to nothing else: the rest of the image can be read-only.
VOLUME /index
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "dist/main.js", "start"]
