import assert from "node:assert/strict";
import { ComponentResource, ResourceError } from "@pulumi/pulumi";
import { createNetwork, type NetworkArgs } from "../../components/network";
import { NOT_KNOWN, resolved, run, type Settings } from "./program";

const ZONES = "aws:index/getAvailabilityZones:getAvailabilityZones";
const SUBNET = "aws:ec2/subnet:Subnet";

const networkWith = (args: NetworkArgs = {}, settings: Settings = {}) =>
    run(() => createNetwork(new ComponentResource("other:index:Pipeline", "plant"), "plant", args), settings);

describe("a new network", () => {
    for (const preview of [true, false]) {
        describe(preview ? "at preview" : "at update", () => {
            it("is a VPC with three private subnets, whose routes lead nowhere else", async () => {
                const { resources, errors } = await networkWith({}, { preview });
                assert.deepEqual(errors, []);
                assert.deepEqual(
                    resources.map(({ type, name, parent }) => [type, name, parent]).sort(),
                    [
                        ["other:index:Pipeline", "plant", ""],
                        ["aws:ec2/vpc:Vpc", "plant-vpc", "plant"],
                        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "plant-default-sg", "plant"],
                        ["aws:ec2/routeTable:RouteTable", "plant-routes", "plant"],
                        ...[1, 2, 3].flatMap((number) => [
                            [SUBNET, `plant-subnet-${number}`, "plant"],
                            ["aws:ec2/routeTableAssociation:RouteTableAssociation", `plant-routes-${number}`, "plant"],
                        ]),
                    ].sort(),
                );
                const routes = resources.find(({ name }) => name === "plant-routes");
                assert.equal("routes" in routes!.inputs, false);
            });

            it("resolves names, and its zones and addresses are known before it is made", async () => {
                const { resource } = await networkWith({}, { preview });
                const { cidrBlock, enableDnsSupport, enableDnsHostnames } = resource("aws:ec2/vpc:Vpc").inputs;
                assert.deepEqual([cidrBlock, enableDnsSupport, enableDnsHostnames], ["10.0.0.0/16", true, true]);
                const subnets = [1, 2, 3].map((number) => resource(SUBNET, `plant-subnet-${number}`).inputs);
                assert.deepEqual(
                    subnets.map((subnet) => [subnet.availabilityZone, subnet.cidrBlock, subnet.mapPublicIpOnLaunch]),
                    [
                        ["us-east-1a", "10.0.0.0/18", false],
                        ["us-east-1b", "10.0.64.0/18", false],
                        ["us-east-1c", "10.0.128.0/18", false],
                    ],
                );
                for (const { vpcId } of subnets) assert.equal(vpcId, preview ? NOT_KNOWN : "plant-vpc-id");
            });

            it("hands Region and tags to everything that takes them", async () => {
                const { resources, invokes } = await networkWith(
                    { region: "eu-central-1", tags: { team: "plant" } },
                    { preview },
                );
                for (const { type, inputs } of resources.filter(({ parent }) => parent === "plant")) {
                    assert.equal(inputs.region, "eu-central-1", type);
                    const hasTags = !type.endsWith("Association");
                    assert.deepEqual(inputs.tags, hasTags ? { team: "plant" } : undefined, type);
                }
                assert.deepEqual(
                    invokes.map(({ token, inputs }) => [token, inputs.region]),
                    [[ZONES, "eu-central-1"]],
                );
            });
        });
    }

    it("asks for zones that Amazon MSK and VPC destinations take, and that need no opting in", async () => {
        const { invokes } = await networkWith();
        assert.deepEqual(invokes[0]!.inputs, {
            state: "available",
            excludeZoneIds: ["use1-az3"],
            filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
        });
    });

    it("empties the VPC's default security group", async () => {
        const { resource } = await networkWith();
        const inputs = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").inputs;
        assert.deepEqual(inputs, { vpcId: "plant-vpc-id" });
    });

    for (const [block, first, last] of [
        ["192.168.4.0/22", "192.168.4.0/24", "192.168.6.0/24"],
        ["172.16.0.0/25", "172.16.0.0/27", "172.16.0.64/27"],
        ["10.9.7.3/16", "10.9.0.0/18", "10.9.128.0/18"],
        ["255.255.0.0/16", "255.255.0.0/18", "255.255.128.0/18"],
    ] as const) {
        it(`gives each subnet a quarter of ${block}`, async () => {
            const { resource } = await networkWith({ cidrBlock: block });
            assert.equal(resource(SUBNET, "plant-subnet-1").inputs.cidrBlock, first);
            assert.equal(resource(SUBNET, "plant-subnet-3").inputs.cidrBlock, last);
        });
    }

    for (const block of ["10.0.0.0/15", "10.0.0.0/26", "10.0.0.0", "plant", "10.0.0.256/16"]) {
        it(`refuses ${block} in words`, async () => {
            const { errors, resources } = await networkWith({ cidrBlock: block });
            assert.ok(errors.length > 0 && errors.every((error) => ResourceError.isInstance(error)));
            assert.match(
                errors[0]!.message,
                /not an IPv4 block from \/16 to \/25\.\nGive a block such as 10\.0\.0\.0\/16\./,
            );
            assert.equal(
                resources.some(({ type }) => type === SUBNET || type === "aws:ec2/vpc:Vpc"),
                false,
            );
        });
    }

    it("refuses a Region with fewer zones in words", async () => {
        const { errors } = await networkWith(
            {},
            { answers: { [ZONES]: { id: "us-west-1", names: ["us-west-1a", "us-west-1c"] } } },
        );
        assert.match(errors[0]!.message, /The Region us-west-1 has 2 zones for this account; a new network needs 3\./);
    });

    it("gives the VPC, its subnets and all that belongs to it", async () => {
        const { result } = await networkWith();
        assert.equal(await resolved(result.vpcId), "plant-vpc-id");
        assert.deepEqual(await Promise.all(result.subnetIds.map(resolved)), [
            ...["plant-subnet-1-id", "plant-subnet-2-id", "plant-subnet-3-id"],
        ]);
        assert.equal(result.resources.length, 9);
    });
});
