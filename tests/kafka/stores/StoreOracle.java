import java.io.FileInputStream;
import java.io.InputStream;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Scanner;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * What Java finds in stores, opened as Kafka's client opens them: with the type that it is not told (JKS), the password
 * for the file, and the key's own password or that of the file for the keys.
 *
 * A line of input: path, password of the store, password of the key, each in base64 after a "+", or "-" for none.
 * A line of output: "ok" with the entries and what the trust manager trusts, or "error" with where it failed.
 */
public class StoreOracle {
    public static void main(String[] args) {
        Scanner lines = new Scanner(System.in);
        while (lines.hasNextLine()) {
            String[] fields = lines.nextLine().split(" ");
            System.out.println(verdict(text(fields[0]), chars(fields[1]), chars(fields[2])));
        }
    }

    private static String verdict(String path, char[] password, char[] keyPassword) {
        KeyStore store;
        try (InputStream file = new FileInputStream(path)) {
            store = KeyStore.getInstance("JKS");
            store.load(file, password);
        } catch (Exception error) {
            return "error load " + error.getMessage();
        }
        try {
            List<String> entries = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) entries.add(entry(store, alias));
            Collections.sort(entries);
            String keys = "keys";
            try {
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(store, keyPassword != null ? keyPassword : password);
            } catch (Exception error) {
                keys = "no keys";
            }
            return "ok; " + keys + "; " + String.join("; ", entries) + "; trusts " + trusted(store);
        } catch (Exception error) {
            return "error read " + error;
        }
    }

    private static String entry(KeyStore store, String alias) throws Exception {
        if (!store.isKeyEntry(alias)) return "trusted " + alias + ": " + name(store.getCertificate(alias));
        Certificate[] chain = store.getCertificateChain(alias);
        List<String> names = new ArrayList<>();
        if (chain != null) for (Certificate certificate : chain) names.add(name(certificate));
        return "key " + alias + ": " + String.join(" <- ", names);
    }

    private static int trusted(KeyStore store) throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        int count = 0;
        for (TrustManager manager : factory.getTrustManagers()) {
            count += ((X509TrustManager) manager).getAcceptedIssuers().length;
        }
        return count;
    }

    private static String name(Certificate certificate) {
        return ((X509Certificate) certificate).getSubjectX500Principal().getName().replaceAll("^CN=", "");
    }

    private static char[] chars(String field) {
        return field.equals("-") ? null : text(field).toCharArray();
    }

    private static String text(String field) {
        return new String(Base64.getDecoder().decode(field.substring(1)), java.nio.charset.StandardCharsets.UTF_8);
    }
}
