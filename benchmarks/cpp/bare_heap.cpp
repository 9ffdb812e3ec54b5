// A heap of the standard library alone: the pushes and pops of the common dispatch model, and nothing else.
// With --pending N it holds N events; the model has 192 on average.
#include "spec.hpp"

int main(int argc, char** argv) {
    std::uint32_t pending = 192;
    if (argc > 2 && !std::strcmp(argv[1], "--pending")) {
        pending = static_cast<std::uint32_t>(std::atoi(argv[2]));
        argc -= 2, argv += 2;
    }
    return spec::main_of(argc, argv, [pending](spec::Tally& tally, std::uint64_t seed) {
        spec::SplitMix random{seed};
        const double mean = 192 * spec::gap / spec::events_per_issue;
        const long events = std::lround(tally.end / spec::gap * spec::events_per_issue);
        std::vector<spec::Event> room;
        room.reserve(pending + 1);
        std::priority_queue<spec::Event> heap({}, std::move(room));
        std::uint32_t number = 0;
        while (number < pending) heap.push({random.exponential(mean), number++, 0, 0});
        for (tally.events = 0; tally.events < events; ++tally.events) {
            const double now = heap.top().time;
            heap.pop();
            heap.push({now + random.exponential(mean), number++, 0, 0});
        }
        tally.issues = std::lround(tally.events / spec::events_per_issue);
    });
}
