import java.io.FileReader;
import java.nio.ByteBuffer;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Kafka's own producer: properties file, topic, number of records, bytes of each. Prints the nanoseconds it took, twice. */
public class ProduceBench {
  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    try (FileReader file = new FileReader(arguments[0])) {
      properties.load(file);
    }
    properties.put("key.serializer", "org.apache.kafka.common.serialization.StringSerializer");
    properties.put("value.serializer", "org.apache.kafka.common.serialization.ByteBufferSerializer");
    int count = Integer.parseInt(arguments[2]);
    byte[] value = arguments[3].getBytes("UTF-8");
    try (KafkaProducer<String, ByteBuffer> producer = new KafkaProducer<>(properties)) {
      for (int round = 0; round < 2; round++) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        long start = System.nanoTime();
        for (int index = 0; index < count; index++) {
          producer.send(new ProducerRecord<>(arguments[1], "key-" + index, ByteBuffer.wrap(value)), (sent, error) -> {
            if (error != null) failure.set(error);
          });
        }
        producer.flush();
        if (failure.get() != null) throw failure.get();
        System.out.println(System.nanoTime() - start);
      }
    }
  }
}
