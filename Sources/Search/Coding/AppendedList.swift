/// Values that are only appended and read: memory of its own, because an array is checked for other owners at each place.
struct AppendedList<Element: BitwiseCopyable>: ~Copyable {
    private(set) var count = 0
    private var capacity: Int
    private var values: UnsafeMutablePointer<Element>

    init(capacity: Int) {
        self.capacity = max(16, capacity)
        values = .allocate(capacity: self.capacity)
    }

    deinit { values.deallocate() }

    @inline(__always)
    mutating func append(_ value: Element) {
        if count == capacity { grow() }
        values[count] = value
        count &+= 1
    }

    /// - Parameter index: less than `count`.
    subscript(index: Int) -> Element {
        @inline(__always) get { values[index] }
        @inline(__always) set { values[index] = newValue }
    }

    mutating func removeAll() { count = 0 }

    /// The values, as long as `body` runs.
    func withValues<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: values, count: count))
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.update(from: values, count: count)
        values.deallocate()
        values = larger
        capacity *= 2
    }
}
