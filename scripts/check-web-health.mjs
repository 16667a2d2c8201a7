/** The web container's health check: exit code 0 when /api/health says `ok`. */
const response = await fetch(`http://127.0.0.1:${process.env["PORT"] ?? 3000}/api/health`);
process.exitCode = response.ok ? 0 : 1;
