#!/usr/bin/env bash
# Deploys the quickstart into a real AWS account, sends messages, and destroys it again. Never run by us: see
# docs/live-acceptance.md. Costs money while it runs.
set -euo pipefail
cd "$(dirname "$0")/../examples/quickstart"

if [ "${IOT_KAFKA_LIVE:-}" != yes ]; then
    echo "This makes real resources that cost money. Say IOT_KAFKA_LIVE=yes to mean it." >&2
    exit 64
fi
: "${AWS_REGION:?names the Region to deploy into}"
for program in pulumi aws node; do
    command -v "$program" >/dev/null || { echo "$program is not on PATH." >&2; exit 2; }
done

account=$(aws sts get-caller-identity --query Account --output text)
stack="live-acceptance-$(date +%Y%m%d%H%M%S)"
state=$(mktemp -d)
export PULUMI_BACKEND_URL="file://$state" PULUMI_CONFIG_PASSPHRASE="${PULUMI_CONFIG_PASSPHRASE:-}"
packs=(--policy-pack ../../policies/required --policy-pack ../../policies/recommended)
echo "account $account, Region $AWS_REGION, stack $stack, state in $state"

clean_up() {
    code=$?
    echo "destroying $stack"
    if pulumi destroy --yes --skip-preview --stack "$stack"; then
        pulumi stack rm --yes --stack "$stack"
        rm -rf "$state"
    else
        echo "Not everything could be destroyed: the state is still in $state." >&2
    fi
    echo "network interfaces of AWS IoT that are left in $AWS_REGION:"
    aws ec2 describe-network-interfaces --filters "Name=description,Values=*AWS IoT*" \
        --query "NetworkInterfaces[].[NetworkInterfaceId,Status,Description]" --output table
    exit "$code"
}

pulumi stack init "$stack"
trap clean_up EXIT
pulumi config set aws:region "$AWS_REGION" --stack "$stack"
pulumi up --yes --stack "$stack" "${packs[@]}"
pulumi up --yes --stack "$stack" "${packs[@]}" --expect-no-changes

rule=$(pulumi stack output ruleName --stack "$stack")
began=$(date -u +%Y-%m-%dT%H:%M:%SZ)
for number in $(seq 10); do
    aws iot-data publish --topic "devices/press-$number/telemetry" --cli-binary-format raw-in-base64-out \
        --payload "{\"temperature\": $((20 + number))}"
done

# What CloudWatch counts of the rule's Kafka action since the first message; metrics are some minutes late.
count() {
    aws cloudwatch get-metric-statistics --namespace AWS/IoT --metric-name "$1" --period 60 --statistics Sum \
        --dimensions "Name=RuleName,Value=$rule" "Name=ActionType,Value=Kafka" \
        --start-time "$began" --end-time "$(date -u +%Y-%m-%dT%H:%M:%SZ)" \
        --query "sum(Datapoints[].Sum)" --output text
}
for _ in $(seq 30); do
    success=$(count Success) failure=$(count Failure)
    echo "success $success, failure $failure"
    [ "${success%.*}" -ge 10 ] && { echo "ten messages arrived"; exit 0; }
    [ "${failure%.*}" -gt 0 ] && { echo "a message did not arrive: read the rule's error log" >&2; exit 1; }
    sleep 20
done
echo "nothing was counted within ten minutes" >&2
exit 1
