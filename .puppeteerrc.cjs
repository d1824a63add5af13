// Chromium is the system's (CHROMIUM_PATH); a second one of 150 MB at every install helps nobody.
module.exports = { skipDownload: true };
