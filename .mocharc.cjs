module.exports = {
    "node-option": ["import=tsx"],
    extension: ["ts"],
    timeout: 60000,
};
