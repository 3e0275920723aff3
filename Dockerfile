# One service in one image: docker build --build-arg APP=ministry-mf -t zielwerk/ministry-mf .
# APP is any of apps/*: ministry-<code>, ministry-any, strategy-service, all-in-one, cli.
ARG NODE=20

FROM node:${NODE}-bookworm-slim AS build
ARG APP=all-in-one
WORKDIR /zielwerk
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node_modules/.bin/nx build "${APP}" && mv "dist/apps/${APP}" /app && mkdir /data

FROM node:${NODE}-bookworm-slim
ARG APP=all-in-one
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Zielwerk ${APP}" \
      org.opencontainers.image.description="Runs a state's digital strategy across all its ministries." \
      org.opencontainers.image.source="https://github.com/zielwerk/zielwerk" \
      org.opencontainers.image.documentation="https://github.com/zielwerk/zielwerk/blob/main/docs/operations.md" \
      org.opencontainers.image.vendor="The Zielwerk team" \
      org.opencontainers.image.licenses="EUPL-1.2" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /zielwerk
# Of root: the service may read itself and write nothing but its data.
COPY --from=build /app ./
COPY --from=build --chown=1000:1000 /data /data
ENV ZIELWERK_DATA=/data
VOLUME /data
EXPOSE 4000 9464
# By number, so that Kubernetes can see that it is not root.
USER 1000:1000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "healthcheck.js"]
CMD ["node", "--enable-source-maps", "main.js"]
