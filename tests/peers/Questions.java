// Asks Jena all questions in one process: java Questions.java file|tdb2 SOURCE QUERIES ANSWERS
// QUERIES is a folder of NAME.rq; ANSWERS one that NAME.json is written to. Prints the number of triples.
import java.io.*;
import java.nio.file.*;
import org.apache.jena.query.*;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;

public class Questions {
    public static void main(String[] args) throws IOException {
        boolean stored = args[0].equals("tdb2");
        Dataset data = stored ? TDB2Factory.connectDataset(args[1]) : RDFDataMgr.loadDataset(args[1]);
        if (stored) data.getContext().set(TDB2.symUnionDefaultGraph, true);
        data.begin(ReadWrite.READ);
        try (DirectoryStream<Path> queries = Files.newDirectoryStream(Path.of(args[2]), "*.rq")) {
            for (Path path : queries) ask(data, path, Path.of(args[3]));
        }
        String count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }";
        try (QueryExecution execution = QueryExecutionFactory.create(count, data)) {
            System.out.println(execution.execSelect().next().getLiteral("n").getInt());
        }
        data.end();
    }

    static void ask(Dataset data, Path path, Path answers) throws IOException {
        Query query = QueryFactory.read(path.toString());
        String name = path.getFileName().toString().replace(".rq", ".json");
        try (QueryExecution execution = QueryExecutionFactory.create(query, data);
             OutputStream out = Files.newOutputStream(answers.resolve(name))) {
            if (query.isAskType()) ResultSetFormatter.outputAsJSON(out, execution.execAsk());
            else ResultSetFormatter.outputAsJSON(out, execution.execSelect());
        }
    }
}
