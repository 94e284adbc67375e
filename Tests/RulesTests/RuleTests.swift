import Diagnostics
import Synchronization
import Testing

@Suite("Rules as values")
struct RuleTests {
    @Test("the example of a rule is made when it is asked for, and not before")
    func exampleOnDemand() {
        let count = Counter()
        let text = LocalizedText(zh: "甲", en: "a")
        let rule = Rule("group/name", .warning, zh: "甲", en: "a", reason: text, example: count.example())
        let rules = Dictionary([(rule.name, rule)], uniquingKeysWith: { first, _ in first })
        #expect(rules["group/name"] == rule && Set([rule, rule]).count == 1 && count.value == 0)
        #expect(rule.example.wrong == "乙" && count.value == 1)
    }

    private final class Counter: Sendable {
        private let count = Atomic<Int>(0)
        var value: Int { count.load(ordering: .relaxed) }

        func example() -> RuleExample {
            count.add(1, ordering: .relaxed)
            return RuleExample(.page, wrong: "乙", right: "丙")
        }
    }
}
