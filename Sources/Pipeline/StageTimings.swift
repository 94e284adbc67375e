/// How long each stage of a build took.
package struct StageTimings: Sendable {
    package struct Stage: Sendable {
        package let name: String
        package let duration: Duration
    }

    package private(set) var stages: [Stage] = []
    private let clock = ContinuousClock()

    /// Runs a stage and notes its time.
    mutating func measure<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
        let start = clock.now
        defer { stages.append(Stage(name: name, duration: clock.now - start)) }
        return try work()
    }

    package var total: Duration { stages.reduce(.zero) { $0 + $1.duration } }
}

extension Duration {
    /// Whole milliseconds.
    package var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
