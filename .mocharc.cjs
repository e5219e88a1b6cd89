module.exports = {
    "node-option": ["import=tsx"],
    extension: ["ts"],
    spec: ["tests/**/*.test.ts"],
    timeout: 20000,
};
