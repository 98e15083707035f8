#include "values/tense_words.hpp"

#include <initializer_list>
#include <string_view>
#include <utility>

namespace faktum {

TenseWords::TenseWords(const WordTables& words) : table(&words[WordGroup::tense]) {
  const std::initializer_list<std::pair<PhraseTable::Keys&, std::string_view>> keys{
      {preceded_by_past, "preceded_by_past"},
      {preceded_by_already, "preceded_by_already"},
      {preceded_by_future, "preceded_by_future"},
      {preceded_by_origin, "preceded_by_origin"},
      {preceded_by_aim, "preceded_by_aim"},
      {preceded_by_limit, "preceded_by_limit"},
      {preceded_by_start, "preceded_by_start"},
      {preceded_by_open_limit, "preceded_by_open_limit"},
      {followed_by_past, "followed_by_past"},
      {followed_by_future, "followed_by_future"},
      {origin_goes_on, "origin_goes_on"},
      {infinitives, "infinitives"},
      {aims, "aims"},
      {audience, "audience"},
      {event, "event"},
      {event_ahead, "event_ahead"},
      {determiners, "determiners"},
      {plurals, "plurals"},
      {no_plurals, "no_plurals"},
      {participles, "participles"},
      {past_of_ge, "past_of_ge"},
      {ignored, "ignored"},
      {future, "future"},
      {perfect, "perfect"},
      {have, "have"},
      {past, "past"},
      {reports, "reports"},
      {present, "present"},
      {states, "states"},
      {passive, "passive"},
      {finite, "finite"},
      {pluperfect, "pluperfect"},
      {unreal, "unreal"},
  };
  for (const auto& [key, name] : keys) key = table->key(name);
}

}  // namespace faktum
