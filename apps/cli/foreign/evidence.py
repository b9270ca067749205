"""Recomputes the evidence digest of every decision in an exported log, with Python's standard library alone.

Usage: python3 evidence.py EXPORTED_LOG      (one canonical event a line, as `kheo log export` writes them)

The algorithm is docs/reference/evidence.md's and shares no code with the service:
  leaf    = SHA-256(0x00 || line)                       the line's bytes, without its line break
  d(n)    = SHA-256(0x02 || d(n-1) || leaf)             of each stream, from 32 zero bytes on
  evidence = SHA-256(canonical JSON of {"answers": [{params, question, rows}], "streams": [{digest, revision, stream}]})
Exit code 0 when every decision's digests are those of the log, 1 otherwise.
"""

import hashlib
import json
import sys

NOTHING = bytes(32)


def canonical(value):
    """RFC 8785 for what evidence holds: texts, whole numbers, lists, objects with ASCII names."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def check(lines):
    """Yields (event id, what is wrong) for each decision that does not agree, then the number of decisions at last."""
    streams = {}
    known = set()
    log = None
    decisions = 0
    for line in lines:
        line = line.rstrip(b"\n")
        event = json.loads(line)
        log = log or event["log"]
        past = streams.setdefault(event["stream"], [])
        if event["log"] != log or event["revision"] != len(past):
            yield event["eventId"], "another log's event, or a gap in its stream"
        decision = event["metadata"].get("decision")
        if decision is not None:
            decisions += 1
            wrong = disagreement(json.loads(decision), streams, known)
            if wrong:
                yield event["eventId"], wrong
        known.add(event["eventId"])
        leaf = hashlib.sha256(b"\x00" + line).digest()
        before = past[-1] if past else NOTHING
        past.append(hashlib.sha256(b"\x02" + before + leaf).digest())
    yield None, decisions


def disagreement(decision, streams, known):
    """What of a decision's record does not follow from the log, or None."""
    saw = decision["saw"]
    for seen in saw["streams"]:
        past = streams.get(seen["stream"], [])
        revision = seen["revision"]
        if revision >= len(past):
            return f"saw {seen['stream']}@{revision}, which comes later in the log"
        digest = NOTHING if revision < 0 else past[revision]
        if digest.hex() != seen["digest"]:
            return f"saw {seen['stream']}@{revision} with another digest"
    for answer in saw["answers"]:
        if "asOf" in answer and answer["asOf"] not in known:
            return f"was answered as of {answer['asOf']}, which is no earlier event of the log"
    answers = [{key: answer[key] for key in ("params", "question", "rows")} for answer in saw["answers"]]
    evidence = hashlib.sha256(canonical({"answers": answers, "streams": saw["streams"]})).hexdigest()
    return None if evidence == saw["evidence"] else "has another evidence digest"


def main(path):
    wrong = 0
    with open(path, "rb") as lines:
        for event, found in check(lines):
            if event is None:
                print(f"{found} decisions recomputed from the log, {wrong} do not agree")
                return 1 if wrong or found == 0 else 0
            wrong += 1
            print(f"{event}: {found}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
