// Loaded before a program that is measured: prints what the process took when it ends.
process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const usage = { megabytes: Math.round(maxRSS / 1024), processor: (userCPUTime + systemCPUTime) / 1e6 };
    process.stderr.write(JSON.stringify(usage));
});
