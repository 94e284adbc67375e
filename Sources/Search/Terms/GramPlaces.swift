import Synchronization

/// The numbers of the grams that begin at the places of a text, in one array for grams of all lengths: an array for each
/// length would have to be cleared by the system first, which takes as long as the work itself.
final class GramPlaces: Sendable {
    /// No gram begins at a place, or one that longer grams need not be looked at.
    static let none = UInt32.max

    private let numbers: Mutex<[UInt32]>

    init(count: Int) {
        numbers = Mutex([UInt32](repeating: Self.none, count: count))
    }

    func withNumbers(_ body: (UnsafeMutableBufferPointer<UInt32>) -> Void) {
        numbers.withLock { numbers in numbers.withUnsafeMutableBufferPointer { body($0) } }
    }
}
