# docker build --build-arg APP=all-in-one .
ARG NODE=20
FROM node:${NODE}-bookworm-slim AS build
ARG APP=all-in-one
WORKDIR /zielwerk
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx nx build ${APP} && mv dist/apps/${APP} /app

FROM node:${NODE}-bookworm-slim
LABEL org.opencontainers.image.title="Zielwerk" org.opencontainers.image.licenses="EUPL-1.2"
WORKDIR /zielwerk
COPY --from=build --chown=root:root /app ./
COPY --from=build --chown=root:root /zielwerk/jurisdictions ./jurisdictions
COPY --from=build --chown=root:root /zielwerk/samples ./samples
RUN mkdir /data && chown node:node /data
ENV ZIELWERK_DATA=/data
VOLUME /data
USER node
# The port comes from the configuration, hence through the shell.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD node -e "fetch('http://127.0.0.1:'+(process.env.ZIELWERK_PORT||4000)+'/health/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "--enable-source-maps", "main.js"]
