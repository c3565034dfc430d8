# syntax=docker/dockerfile:1

# --- build: restore first, so that a changed page or source file does not fetch packages again
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props ./
COPY src/KnowledgeBase/KnowledgeBase.csproj src/KnowledgeBase/
COPY src/KnowledgeBase.Web/KnowledgeBase.Web.csproj src/KnowledgeBase.Web/
RUN dotnet restore src/KnowledgeBase.Web/KnowledgeBase.Web.csproj -p:PublishReadyToRun=true
COPY src/ src/
# The list of synonyms is built into the library.
COPY content/search/ content/search/
COPY wwwroot/ wwwroot/
RUN dotnet publish src/KnowledgeBase.Web/KnowledgeBase.Web.csproj --no-restore -c Release -o /app

# --- run: no shell needed, no root, nothing written: start with `--read-only`
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
COPY content/ /content/
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Content__Path=/content \
    DOTNET_EnableDiagnostics=0
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["dotnet", "KnowledgeBase.Web.dll", "--health", "http://127.0.0.1:8080/healthz/ready"]
ENTRYPOINT ["dotnet", "KnowledgeBase.Web.dll"]
