import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteBufferSerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** Apache Kafka's own client. Each line of standard input is a job in JSON; each gets one line as its answer. */
public class JavaClient {
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = System.out;
  /** The Kerberos configuration belongs to the whole machine: who needs another one than the first is alone. */
  static final ReentrantReadWriteLock KERBEROS = new ReentrantReadWriteLock();

  public static void main(String[] arguments) throws Exception {
    System.setOut(System.err);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode job = JSON.readTree(line);
      threads.submit(() -> answer(job));
    }
    threads.shutdown();
    threads.awaitTermination(60, TimeUnit.SECONDS);
    System.exit(0);
  }

  static void answer(JsonNode job) {
    ObjectNode answer = JSON.createObjectNode().put("id", job.get("id").asInt());
    String configuration = job.path("krb5Conf").asText(null);
    String usual = System.getProperty("java.security.krb5.conf");
    (configuration == null ? KERBEROS.readLock() : KERBEROS.writeLock()).lock();
    if (configuration != null) System.setProperty("java.security.krb5.conf", configuration);
    try {
      perform(job, answer.put("ok", true));
    } catch (Throwable error) {
      answer.put("ok", false).put("error", told(error));
    } finally {
      if (configuration != null) System.setProperty("java.security.krb5.conf", usual);
      (configuration == null ? KERBEROS.readLock() : KERBEROS.writeLock()).unlock();
    }
    synchronized (OUT) {
      OUT.println(answer);
      OUT.flush();
    }
  }

  static void perform(JsonNode job, ObjectNode answer) throws Exception {
    switch (job.get("do").asText()) {
      case "produce" -> produce(job, answer);
      case "consume" -> consume(job, answer);
      case "topic" -> topic(job);
      case "acl" -> acl(job);
      case "user" -> user(job);
      case "partitions" -> partitions(job, answer);
      default -> throw new IllegalArgumentException("no such job");
    }
  }

  static void produce(JsonNode job, ObjectNode answer) throws Exception {
    Properties properties = propertiesIn(job.get("properties"));
    properties.put("key.serializer", StringSerializer.class.getName());
    properties.put("value.serializer", ByteBufferSerializer.class.getName());
    List<Header> headers = new ArrayList<>();
    for (JsonNode header : job.path("headers")) {
      headers.add(new RecordHeader(header.get(0).asText(), header.get(1).asText().getBytes(StandardCharsets.UTF_8)));
    }
    Integer partition = job.hasNonNull("partition") ? Integer.valueOf(job.get("partition").asInt()) : null;
    byte[] value = Base64.getDecoder().decode(job.path("value").asText("e30="));
    KafkaProducer<String, ByteBuffer> producer = new KafkaProducer<>(properties);
    try {
      String key = job.path("key").asText(null);
      RecordMetadata sent = producer
          .send(new ProducerRecord<>(job.get("topic").asText(), partition, null, key, ByteBuffer.wrap(value), headers))
          .get();
      answer.put("partition", sent.partition()).put("offset", sent.hasOffset() ? sent.offset() : -1);
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  /** All records of a topic, bytes as base64, a text as bytes too: nothing is lost on the way. */
  static void consume(JsonNode job, ObjectNode answer) {
    Properties properties = propertiesIn(job.get("properties"));
    properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
    properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
    ArrayNode records = answer.putArray("records");
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties)) {
      List<TopicPartition> partitions = consumer.partitionsFor(job.get("topic").asText()).stream()
          .map(one -> new TopicPartition(one.topic(), one.partition())).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        for (var record : consumer.poll(Duration.ofSeconds(2))) {
          ObjectNode node = records.addObject();
          node.put("partition", record.partition()).put("offset", record.offset());
          node.put("timestamp", record.timestamp()).put("key", base64(record.key())).put("value", base64(record.value()));
          ArrayNode headers = node.putArray("headers");
          record.headers().forEach(header -> headers.addArray().add(header.key()).add(base64(header.value())));
        }
      }
    }
  }

  static void topic(JsonNode job) throws Exception {
    try (Admin admin = Admin.create(propertiesIn(job.get("properties")))) {
      int partitions = job.path("partitions").asInt(1);
      admin.createTopics(List.of(new NewTopic(job.get("topic").asText(), partitions, (short) 1))).all().get();
    }
  }

  static void user(JsonNode job) throws Exception {
    ScramCredentialInfo kind = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
    try (Admin admin = Admin.create(propertiesIn(job.get("properties")))) {
      var change = new UserScramCredentialUpsertion(job.get("user").asText(), kind, job.get("password").asText());
      admin.alterUserScramCredentials(List.of(change)).all().get();
    }
  }

  static void acl(JsonNode job) throws Exception {
    ResourcePattern topic = new ResourcePattern(ResourceType.TOPIC, job.get("topic").asText(), PatternType.LITERAL);
    List<AclBinding> bindings = new ArrayList<>();
    for (JsonNode operation : job.get("operations")) {
      AclOperation allowed = AclOperation.valueOf(operation.asText());
      bindings.add(new AclBinding(topic,
          new AccessControlEntry(job.get("principal").asText(), "*", allowed, AclPermissionType.ALLOW)));
    }
    try (Admin admin = Admin.create(propertiesIn(job.get("properties")))) {
      admin.createAcls(bindings).all().get();
    }
  }

  /** Where the client puts each key, which is given in base64 of its UTF-8. */
  static void partitions(JsonNode job, ObjectNode answer) {
    ArrayNode found = answer.putArray("partitions");
    int count = job.get("count").asInt();
    for (JsonNode key : job.get("keys")) {
      byte[] bytes = new StringSerializer().serialize("", new String(Base64.getDecoder().decode(key.asText()), StandardCharsets.UTF_8));
      found.add(Utils.toPositive(Utils.murmur2(bytes)) % count);
    }
  }

  static Properties propertiesIn(JsonNode node) {
    Properties properties = new Properties();
    node.fields().forEachRemaining(entry -> properties.put(entry.getKey(), entry.getValue().asText()));
    return properties;
  }

  static String base64(byte[] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }

  static String told(Throwable error) {
    StringBuilder text = new StringBuilder();
    for (Throwable one = error; one != null && text.length() < 900; one = one.getCause()) {
      if (one instanceof java.util.concurrent.ExecutionException && one.getCause() != null) continue;
      text.append(text.length() == 0 ? "" : " <- ").append(one.getClass().getSimpleName()).append(": ").append(one.getMessage());
    }
    return text.toString();
  }
}
